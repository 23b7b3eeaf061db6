import { Agent, request } from 'node:https'
import { done, failed, type Result } from '../domain/result.ts'
import type { ServiceListing } from '../domain/service-listing.ts'
import type { ServiceSilence } from '../ipc/service-requests.ts'
import type { Secret } from '../secrets/secret.ts'
import { timeLimit } from '../time-limit.ts'
import { readListing } from './read-listing.ts'

export type Service = {
  /** https alone; tests put a local double here */
  readonly url: string
  /** authorities to trust instead of the usual ones, PEM */
  readonly ca?: string
  readonly timeoutMs: number
}

export const mailUpService: Service = {
  url: 'https://send.mailup.com/API/v2.0/users/listuserinfo',
  timeoutMs: 10_000,
}

const mostBytes = 1_000_000

/**
 * Asks the service what it has about a user, with that user's own credentials. Path and fields are not confirmed by
 * the service's documentation: whatever it answers, this resolves. Redirects aren't followed, because the body has the
 * password; of a refusal's text nothing is kept, because it may repeat it.
 */
export async function listUserInfo(
  service: Service,
  username: string,
  password: Secret,
): Promise<Result<ServiceListing, ServiceSilence>> {
  const body = JSON.stringify({
    User: { Username: username, Secret: password.reveal() },
    Username: username,
  })
  const posted = await post(service, body)
  if (!posted.ok) return posted
  const { status, text } = posted.value
  if (status === 401 || status === 403) return failed('refused')
  if (status === 429 || status >= 500) return failed('unavailable')
  if (status !== 200) return failed('changed')
  const answer = parsed(text)
  const listing = readListing(answer, Date.now())
  if (listing) return done(listing)
  return failed(saysNo(answer) ? 'refused' : 'changed')
}

type Answer = { readonly status: number; readonly text: string }

function post(service: Service, body: string): Promise<Result<Answer, ServiceSilence>> {
  const agent = new Agent({
    keepAlive: false,
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    ...(service.ca === undefined ? {} : { ca: service.ca }),
  })
  const late = timeLimit(service.timeoutMs)
  return new Promise((resolve) => {
    const give = (reason: ServiceSilence): void => resolve(failed(reason))
    const headers = {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      'Content-Length': Buffer.byteLength(body),
    }
    const asking = request(service.url, { method: 'POST', agent, signal: late, headers }, (answer) => {
      const chunks: Buffer[] = []
      let bytes = 0
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        chunks.push(chunk)
        if (bytes > mostBytes) {
          give('changed')
          asking.destroy()
        }
      })
      answer.on('end', () =>
        resolve(done({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') })),
      )
      answer.on('error', (fault) => give(silenceOf(fault, late.aborted)))
    })
    asking.on('error', (fault) => give(silenceOf(fault, late.aborted)))
    asking.end(body)
  })
}

function silenceOf(fault: Error, isLate: boolean): ServiceSilence {
  if (isLate) return 'not-answering'
  const code = 'code' in fault ? String(fault.code) : ''
  return /CERT|SELF_SIGNED|UNABLE_TO|TLS|SSL/.test(code) ? 'certificate' : 'not-reached'
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The service's other calls answer 200 with a code that isn't 0 when they refuse. */
function saysNo(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false
  const code = Object.entries(answer).find(([name]) => name.toLowerCase() === 'code')?.[1]
  return code !== undefined && code !== null && String(code) !== '0'
}
