/** Documents keep a sheet's acceptances under this name. It stands alone, so that who finds none need not load their schema. */
export const acceptancesName = "tenken.accepted";
