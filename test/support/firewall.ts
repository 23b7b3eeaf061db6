import { randomInt } from 'node:crypto'
import { runAsRoot } from './as-root.ts'

/** A rule of this computer's own firewall. */
export type FirewallRule = { remove(): Promise<void> }

/** Drops without a word what is sent to an address and port of this computer (nftables, as root). */
export function dropAtFirewall(address: string, port: number): Promise<FirewallRule> {
  return addRule('filter hook input priority 0', `ip daddr ${address} tcp dport ${port} drop`)
}

/** Leads this computer's own connections to `address` and `port` to another port of it, as virus scanners do. */
export function redirectAtFirewall(address: string, port: number, to: number): Promise<FirewallRule> {
  return addRule('nat hook output priority -100', `ip daddr ${address} tcp dport ${port} redirect to :${to}`)
}

async function addRule(hook: string, rule: string): Promise<FirewallRule> {
  const table = `companion_${randomInt(0x1_00_00_00)}`
  await nft(`add table inet ${table}`)
  await nft(`add chain inet ${table} passing { type ${hook}; }`)
  await nft(`add rule inet ${table} passing ${rule}`)
  return { remove: () => nft(`delete table inet ${table}`) }
}

async function nft(words: string): Promise<void> {
  const ended = await runAsRoot('nft', [words])
  if (ended.code !== 0) throw new Error(`nft ${words}: ${ended.stderr}`)
}
