/** What rules were called when there were three levels, each with a name of its own. */
const renamed = new Map([
  ["issue-missing", "parent-missing"],
  ["strategy-missing", "parent-missing"],
  ["issue-misplaced", "label-misplaced"],
  ["initiative-missing", "children-missing"],
]);

/** The rule's id of today, for an id that a document, a form or a setting of any version holds. */
export function currentRule(id: string): string {
  return renamed.get(id) ?? id;
}

const levels = ["issue", "strategy", "initiative"] as const;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A form of version 1, with levels that have fixed names, as one of today; every other value as it is. Nothing is checked. */
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

/** Settings whose rules have ids of version 1 as ones of today; every other value as it is. */
export function upgradeSettings(settings: unknown): unknown {
  return isObject(settings) && isObject(settings["rules"]) ? { ...settings, rules: upgradeRules(settings["rules"]) } : settings;
}

/** Rule ids of version 1 as those of today; where two became one, the first that is named. */
export function upgradeRules<Value>(rules: Readonly<Record<string, Value>>): Record<string, Value> {
  const upgraded = new Map<string, Value>();
  for (const [id, value] of Object.entries(rules)) {
    const current = currentRule(id);
    if (current === id || !upgraded.has(current)) upgraded.set(current, value);
  }
  return Object.fromEntries(upgraded);
}
