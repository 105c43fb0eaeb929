/** The version of package.json: the build puts it in this place. */
export const version = process.env["TENKEN_VERSION"] ?? "";
