/** Documents keep a sheet's acceptances under this name. In a file of its own, since finding none needs no schema. */
export const acceptancesName = "tenken.accepted";
