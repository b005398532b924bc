/**
 * An Istio Gateway, through which users from outside the mesh come in.
 */
export class Gateway {
  /**
   * Refers to a Gateway that exists already.
   *
   * @param gatewayName `namespace/name`, or a name in the namespace of the VirtualService.
   */
  public static fromGatewayName(gatewayName: string): Gateway {
    return new Gateway(gatewayName);
  }

  /** The Gateway as a VirtualService names it. */
  public readonly gatewayName: string;

  private constructor(gatewayName: string) {
    this.gatewayName = gatewayName;
  }
}
