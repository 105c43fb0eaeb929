/** What of Trusted Types is used: https://www.w3.org/TR/trusted-types/. Browsers take the trusted address wherever they took a string. */
interface Window {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
  };
}
