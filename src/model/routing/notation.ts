import { Parent } from './attachment';
import { Route, ServiceName } from './route';
import { Manifest } from '../../core/manifest';

/** A host that an object names. */
export interface NamedHost {
  /** As the object writes it. */
  readonly host: string;
  /** In lower case, the name of a Service in full. */
  readonly name: string;
  /** The Service whose name in the mesh it is. */
  readonly service?: ServiceName;
  /** The field that names it. */
  readonly path: string;
}

/** How a kind of object writes its hosts, parents and routes: for what it says as a whole, and for findings that point into it. */
export interface Notation {
  /** The hosts that the object itself names. */
  readonly hosts: (object: Manifest) => NamedHost[];
  /** What requests pass before it. */
  readonly parents: (object: Manifest) => Parent[];
  /** The field that names the parents. */
  readonly parentsPath: string;
  /** The field that says which requests a route takes. */
  readonly matchesPath: (route: Route) => string;
  /** The field of a route that holds its destinations. */
  readonly destinations: string;
  /** The field of a destination that names its host. */
  readonly host: string;
  /** Whether a prefix of a path takes whole segments alone, so that `/api` does not take `/apis`. */
  readonly prefixBySegment: boolean;
}
