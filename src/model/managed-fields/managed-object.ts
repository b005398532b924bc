import { IgnoreDifference } from './ignore-difference';

/** An object into which the controller writes at run time. */
export interface ManagedObject {
  readonly writes: 'replicas' | 'selector' | 'weights' | 'subsets';
  readonly fields: IgnoreDifference;
}
