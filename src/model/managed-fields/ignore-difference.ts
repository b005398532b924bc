/**
 * Fields of one object that somebody else than Git writes at run time, as Argo CD is told to leave them alone.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/diffing/
 */
export interface IgnoreDifference {
  /**
   * The API group of the object, without a version.
   *
   * @default - the core group, of Services and the like
   * @see spec.ignoreDifferences[].group
   */
  readonly group?: string;

  /**
   * The kind of the object.
   *
   * @see spec.ignoreDifferences[].kind
   */
  readonly kind: string;

  /**
   * The name of the object.
   *
   * @default - all objects of the kind
   * @see spec.ignoreDifferences[].name
   */
  readonly name?: string;

  /**
   * The namespace of the object.
   *
   * @default - any namespace; an `ArgoCdApplication` fills in that of its destination
   * @see spec.ignoreDifferences[].namespace
   */
  readonly namespace?: string;

  /**
   * The fields as JSON pointers; a `/` within a key is written `~1`.
   *
   * @default - none
   * @see spec.ignoreDifferences[].jsonPointers
   */
  readonly jsonPointers?: string[];

  /**
   * The fields as paths in the language of jq, for elements of lists that are found by their names.
   *
   * @default - none
   * @see spec.ignoreDifferences[].jqPathExpressions
   */
  readonly jqPathExpressions?: string[];
}
