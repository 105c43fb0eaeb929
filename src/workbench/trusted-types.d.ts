/** The part of Trusted Types that is used: https://www.w3.org/TR/trusted-types/. Browsers take the trusted address in place of a string. */
interface Window {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
  };
}
