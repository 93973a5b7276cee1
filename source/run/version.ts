/** Kept in step with package.json by a test; a copied `dist/` has no package.json beside it. */
export const version = '0.1.0';
