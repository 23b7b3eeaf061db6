import { utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadOrMakeCertificate } from '../../relay/listener/certificate.ts'
import { masterPid, signalMaster, startMaster } from '../support/postfix-master.ts'
import { makePostfixFolders, removePostfixFolders, writeSaslPassword } from '../support/postfix-places.ts'
import type { Credentials, Peer, Way } from './peer.ts'
import { benchMain, benchMaster } from './postfix-settings.ts'
import { processorSeconds } from './process-figures.ts'

/** A Postfix of its own under the temporary folder, between the same client and the same kind of sink. */
export async function startPostfixPeer(way: Way): Promise<Peer> {
  const sink = await way.openSink()
  const { directory, port } = await makePostfixFolders({})
  const credentials = sink.credentials === null ? null : await makeDoor(directory)
  const main = join(directory, 'etc', 'main.cf')
  await writeFile(main, benchMain(directory, sink))
  await writeFile(join(directory, 'etc', 'master.cf'), benchMaster(port))
  // Postfix waits for a main.cf written just now to grow old, against reading half a file.
  const earlier = new Date(Date.now() - 60_000)
  await utimes(main, earlier, earlier)
  const master = await startMaster(directory, port)
  const pid = Number(await masterPid(directory))
  return {
    sink,
    door: { port, credentials },
    processorSeconds: () => processorSeconds(pid),
    stop: async () => {
      await signalMaster(directory, 'TERM')
      await master.ended
      await sink.stop()
      await removePostfixFolders(directory)
    },
  }
}

const username = 'accounting'

/** STARTTLS with a key of the relay's kind (RSA, 2048 bits), and a password in Cyrus SASL's own database. */
async function makeDoor(directory: string): Promise<Credentials> {
  const password = `pw-${crypto.randomUUID()}`
  await writeSaslPassword(directory, username, password)
  const { certFile } = await loadOrMakeCertificate(join(directory, 'etc', 'certificate'))
  return { username, password, caFile: certFile }
}
