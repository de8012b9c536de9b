/**
 * Says to a browser with Trusted Types that scripts of this site may be started, and nothing else: where the policy
 * asks for it, a text that was to become markup or script is refused.
 */
export function trustOwnScripts(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined || trustedTypes.defaultPolicy !== null) return;
  trustedTypes.createPolicy('default', {
    createScriptURL: (address) => (new URL(address, location.href).origin === location.origin ? address : null),
  });
}

/** The part of the browser's interface that is used here (https://www.w3.org/TR/trusted-types/). */
interface TrustedTypes {
  readonly defaultPolicy: object | null;
  createPolicy(name: string, rules: { readonly createScriptURL: (address: string) => string | null }): object;
}
