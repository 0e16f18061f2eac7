import * as client from 'openid-client'
import type { SignInSettings } from '../contract/sign-in-settings.ts'
import { forgetfulMap } from '../work/forgetful-map.ts'

/** What a browser was sent away with, until it is back. */
interface Away {
  verifier: string
  nonce: string
  to: string | null
  until: number
}
export type OidcAnswer = { ok: true; number: string; to: string | null } | { ok: false; why: 'failed' }

export interface Oidc {
  /** Where the browser goes, and the state that its cookie keeps; null = the provider cannot be reached. */
  begin(callback: string, to: string | null): Promise<{ address: string; state: string } | null>
  /** It is back, at this whole address, with the state of its cookie. Everything that the provider signs is checked. */
  finish(address: URL, state: string | null): Promise<OidcAnswer>
}

const AWAY_MS = 10 * 60_000
const MOST_AWAY = 1_000

/**
 * The city's own sign-in (OpenID Connect, code flow with PKCE, state and nonce). Issuer, audience, signature and age of the ID token are checked
 * by the library; the work number is read from one of its claims. `secret` null = a public client.
 */
export function openOidc(
  settings: NonNullable<SignInSettings['oidc']>,
  secret: string | null,
  now: () => number,
  onBroken: (error: unknown) => void,
): Oidc {
  const { issuer, clientId, numberClaim, scope } = settings
  const away = forgetfulMap<Away>(MOST_AWAY)
  let found: client.Configuration | null = null
  async function configuration(): Promise<client.Configuration> {
    // A provider on this computer or in a test speaks plainly; in a city it has a certificate.
    const isPlain = new URL(issuer).protocol === 'http:'
    // The signature is looked at too, though the token comes straight from the provider.
    const checks = [client.enableNonRepudiationChecks]
    const options = { execute: isPlain ? [client.allowInsecureRequests, ...checks] : checks }
    found ??= await client.discovery(
      new URL(issuer),
      clientId,
      {},
      secret === null ? client.None() : client.ClientSecretBasic(secret),
      options,
    )
    return found
  }
  return {
    async begin(callback, to) {
      try {
        const config = await configuration()
        const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()]
        away.set(state, { verifier, nonce, to, until: now() + AWAY_MS })
        const address = client.buildAuthorizationUrl(config, {
          redirect_uri: callback,
          scope,
          state,
          nonce,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        })
        return { address: address.href, state }
      } catch (broken) {
        onBroken(broken)
        return null
      }
    },
    async finish(address, state) {
      const own = state === null ? undefined : away.get(state)
      if (state === null || !own || own.until < now()) return { ok: false, why: 'failed' }
      // Back once only.
      away.set(state, { ...own, until: 0 })
      try {
        const tokens = await client.authorizationCodeGrant(await configuration(), address, {
          pkceCodeVerifier: own.verifier,
          expectedState: state,
          expectedNonce: own.nonce,
          idTokenExpected: true,
        })
        const number: unknown = tokens.claims()?.[numberClaim]
        return typeof number === 'string' && number !== ''
          ? { ok: true, number, to: own.to }
          : { ok: false, why: 'failed' }
      } catch (broken) {
        onBroken(broken)
        return { ok: false, why: 'failed' }
      }
    },
  }
}
