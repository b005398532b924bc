/** The label that names the application; the only label that our selectors use. */
export const NAME_LABEL = 'app.kubernetes.io/name';

/** The controller adds this key to Services and subsets; nobody else may set it. */
export const POD_TEMPLATE_HASH_LABEL = 'rollouts-pod-template-hash';

/** cdk8s-plus derives its value from the construct path, so a refactoring would change it. */
export const ADDRESS_LABEL = 'cdk8s.io/metadata.addr';
