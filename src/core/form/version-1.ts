/** Former rule ids: version 1 had three levels, each with its own name. */
const renamed = new Map([
  ["issue-missing", "parent-missing"],
  ["strategy-missing", "parent-missing"],
  ["issue-misplaced", "label-misplaced"],
  ["initiative-missing", "children-missing"],
]);

/** The present rule id for an id in a document, a form or a setting of any version. */
export function currentRule(id: string): string {
  return renamed.get(id) ?? id;
}

const levels = ["issue", "strategy", "initiative"] as const;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Turns a form of version 1, whose levels have fixed names, into a present one; returns any other value as it is. Nothing is checked. */
export function upgradeForm(form: unknown): unknown {
  if (!isObject(form)) return form;
  const upgraded = isObject(form["rules"]) ? { ...form, rules: upgradeRules(form["rules"]) } : form;
  const own = form["levels"];
  if (!isObject(own)) return upgraded;
  const listed = levels.flatMap((id) => {
    const level = own[id];
    return isObject(level) ? [{ id, key: "nested", ...level, ...(id === "issue" ? { mayBeEmpty: true } : id === "strategy" ? { missingAt: "child" } : {}) }] : level === undefined ? [] : [level];
  });
  return { ...upgraded, levels: listed };
}

/** Turns rule ids of version 1 in settings into present ones; returns any other value as it is. */
export function upgradeSettings(settings: unknown): unknown {
  return isObject(settings) && isObject(settings["rules"]) ? { ...settings, rules: upgradeRules(settings["rules"]) } : settings;
}

/** Rule ids of version 1 as present ones; where two became one, the first one counts. */
export function upgradeRules<Value>(rules: Readonly<Record<string, Value>>): Record<string, Value> {
  const upgraded = new Map<string, Value>();
  for (const [id, value] of Object.entries(rules)) {
    const current = currentRule(id);
    if (current === id || !upgraded.has(current)) upgraded.set(current, value);
  }
  return Object.fromEntries(upgraded);
}
