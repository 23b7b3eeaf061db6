import { utilityProcess } from 'electron'
import { type Keyring, openKeyring } from '../../relay/secrets/keyring-client.ts'

/** The keychain, asked from a utility process of its own so that a hung keyring can't hold up main or the relay. */
export function openUtilityKeyring(program: string, env: Record<string, string>): Keyring {
  return openKeyring(() => {
    const child = utilityProcess.fork(program, [], {
      serviceName: 'SMTP+ Companion keychain',
      env,
      stdio: 'ignore',
    })
    return {
      port: {
        post: (message) => child.postMessage(message),
        onMessage: (listener) => void child.on('message', listener),
      },
      kill: () => void child.kill(),
      onExit: (listener) => void child.once('exit', listener),
    }
  })
}
