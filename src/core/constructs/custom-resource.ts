import { ApiObject, ApiObjectMetadataDefinition, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { patchable } from './patches';

/**
 * The common base of the constructs that write one custom resource, such as a VirtualService. It has the same properties as a
 * resource of cdk8s-plus.
 */
export abstract class CustomResource extends Construct {
  /** The object as it will be synthesized. */
  public abstract readonly apiObject: ApiObject;

  /** The name of the object. */
  public get name(): string {
    return this.apiObject.name;
  }

  /** The namespace of the object; nothing where neither its metadata nor its chart sets one. */
  public get namespace(): string | undefined {
    return this.metadata.namespace;
  }

  /** The metadata of the object. */
  public get metadata(): ApiObjectMetadataDefinition {
    return this.apiObject.metadata;
  }

  /** The kind of the object, for instance `VirtualService`. */
  public get kind(): string {
    return this.apiObject.kind;
  }

  /** The API group and version of the object, for instance `networking.istio.io/v1`. */
  public get apiVersion(): string {
    return this.apiObject.apiVersion;
  }

  /**
   * Changes the synthesized object where no property does. Patches are applied last and in order; the checks see them. A patch
   * that cannot be applied fails the synthesis with its index, its path and the reason.
   *
   * @param ops The operations of RFC 6902.
   */
  public addJsonPatch(...ops: JsonPatch[]): void {
    patchable(this.apiObject).addJsonPatch(...ops);
  }
}
