import { z } from 'zod'
import { probeEvidence } from './probe-evidence.ts'

/** Everything a stage of a connection check can come to; public (the scripted interface of `probe`). */
export const probeVerdict = z.enum([
  'ok',
  'dns-failure',
  'connection-refused',
  'connection-timeout',
  'network-unreachable',
  'not-smtp',
  'captive-portal',
  'starttls-not-offered',
  'starttls-stripped',
  'tls-failed',
  'tls-too-old',
  'certificate-untrusted',
  'certificate-name-mismatch',
  'certificate-expired',
  'intercepted',
  'auth-not-offered',
  'credentials-refused',
  'account-inactive',
  'sender-refused',
  'rate-limited',
  'server-busy',
])
export type ProbeVerdict = z.infer<typeof probeVerdict>

/** The stages of a check, in their order; `mail-from` comes once for each sender. */
export const probeStage = z.enum([
  'dns',
  'tcp',
  'greeting',
  'ehlo',
  'starttls',
  'certificate',
  'auth',
  'mail-from',
  'quit',
])
export type ProbeStage = z.infer<typeof probeStage>

/** `ms`: how long the stage took. `evidence`: what was seen; never a password. */
export const stageReport = z.strictObject({
  stage: probeStage,
  verdict: probeVerdict,
  ms: z.number(),
  evidence: probeEvidence,
})
export type StageReport = z.infer<typeof stageReport>

/** `verdict`: that of the first stage that isn't `ok`. Stages that were not reached are not there. */
export const portReport = z.strictObject({
  port: z.int(),
  verdict: probeVerdict,
  stages: z.array(stageReport),
})
export type PortReport = z.infer<typeof portReport>

/** `recommended` is null where no port is `ok`; encryption is STARTTLS, since without it a port is never `ok`. */
export const probeReport = z.strictObject({
  server: z.string(),
  ports: z.array(portReport),
  recommended: z.strictObject({ port: z.int(), encryption: z.enum(['starttls', 'none']) }).nullable(),
})
export type ProbeReport = z.infer<typeof probeReport>

/** The ports that are looked at unless others are named: SMTP+'s, spread over its range, and 587, which people type in. */
export const usualProbePorts: readonly number[] = [25, 2525, 1025, 2500, 3025, 4025, 5000, 587]

/** A check in progress: this stage of this port is over. */
export type ProbeProgress = { readonly port: number; readonly stage: StageReport }

/** The verdict of a port whose stages are these. */
export function verdictOfStages(stages: readonly StageReport[]): ProbeVerdict {
  return stages.find(({ verdict }) => verdict !== 'ok')?.verdict ?? 'ok'
}
