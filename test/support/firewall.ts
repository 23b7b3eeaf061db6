import { randomInt } from 'node:crypto'
import { runAsRoot } from './as-root.ts'

/** A rule of this computer's own firewall. */
export type FirewallRule = { remove(): Promise<void> }

/** Drops without a word what is sent to an address and port of this computer (nftables, as root). */
export async function dropAtFirewall(address: string, port: number): Promise<FirewallRule> {
  const table = `companion_${randomInt(0x1_00_00_00)}`
  const nft = async (words: string): Promise<void> => {
    const ended = await runAsRoot('nft', [words])
    if (ended.code !== 0) throw new Error(`nft ${words}: ${ended.stderr}`)
  }
  await nft(`add table inet ${table}`)
  await nft(`add chain inet ${table} incoming { type filter hook input priority 0; }`)
  await nft(`add rule inet ${table} incoming ip daddr ${address} tcp dport ${port} drop`)
  return { remove: () => nft(`delete table inet ${table}`) }
}
