import osakaWardData from "./osaka-ward.form.json";

/** The form of the wards of Osaka City. A test holds it against the schema, so that no start pays for that. */
export const osakaWard = osakaWardData;
