import agencyItems from "./forms/agency-items.form.json";
import grantKpi from "./forms/grant-kpi.form.json";
import hospitalAgency from "./forms/hospital-agency.form.json";
import ministry2006 from "./forms/ministry-2006.form.json";
import ministryGoals from "./forms/ministry-goals.form.json";
import osakaBureau2007 from "./forms/osaka-bureau-2007.form.json";
import osakaWard2023 from "./forms/osaka-ward-2023.form.json";
import osakaWardMidyear from "./forms/osaka-ward-midyear.form.json";
import osakaWardData from "./forms/osaka-ward.form.json";
import type { KnownForm } from "./known.ts";

/** The form of the wards of Osaka City. A test checks the built-in forms against the schema, so that no start has to. */
export const osakaWard = osakaWardData;

/** Every form that is known without a file. Of forms that fit a sheet equally the first is taken. */
export const builtInForms: readonly KnownForm[] = [
  osakaWard,
  osakaWardMidyear,
  osakaWard2023,
  osakaBureau2007,
  ministryGoals,
  ministry2006,
  agencyItems,
  hospitalAgency,
  grantKpi,
].map((form) => ({ form, from: "built-in" }));
