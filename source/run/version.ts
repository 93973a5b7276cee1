/** A test keeps it in step with package.json, which a copied `dist/` does not have beside it. */
export const version = '0.1.0';
