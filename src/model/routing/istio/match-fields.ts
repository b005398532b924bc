/** The conditions of an HTTP match that compare one text. */
export const MATCH_FIELDS = ['uri', 'scheme', 'method', 'authority'];
