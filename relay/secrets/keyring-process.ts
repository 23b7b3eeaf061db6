import { ownPort } from '../ipc/own-port.ts'
import { serveContract } from '../ipc/relay-port.ts'
import { keyringContract } from './keyring-contract.ts'
import { osKeyring } from './os-keyring.ts'

// A process of its own: a hung D-Bus blocks the calling thread, and the only cure is to end the process.
const keyring = osKeyring()
serveContract(keyringContract, ownPort(), {
  ping: () => keyring.ping(),
  read: ({ account }) => keyring.read(account),
  fingerprints: ({ accounts, key }) => keyring.fingerprints(accounts, key),
  write: ({ account, text }) => keyring.write(account, text),
  remove: ({ account }) => keyring.remove(account),
})
// whoever started it is gone: nobody is left to ask
process.on('disconnect', () => process.exit(0))
