import path from "node:path";

/** Built in place, with the framework of the product and nothing else of it. */
export default { poweredByHeader: false, turbopack: { root: path.join(import.meta.dirname, "../../..") } };
