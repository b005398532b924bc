/**
 * Where a load balancer sends requests.
 */
export enum AwsTargetType {
  /** To the pods; their network plugin must give them addresses of the VPC, as that of EKS does. */
  IP = 'ip',
  /** To a port of the nodes; the Service must be of type NodePort or LoadBalancer. */
  INSTANCE = 'instance',
}
