import type { ApplicationSpec, ApplicationSpecSource } from '../../../imports/argoproj.io';
import { Wire } from '../../core/constructs/wire';

/** A source as the API server takes it. */
export type SourceJson = Wire<ApplicationSpecSource>;

/** The spec of an Application as the API server takes it. */
export type ApplicationSpecJson = Wire<ApplicationSpec>;
