import type { Command } from 'commander'
import { writePrivateFile } from '../queue/private-file.ts'
import { type ExitStatus, exitStatus, printJson, printText, say } from './output.ts'
import { visitQueue } from './queue-visit.ts'

type Options = { readonly data: string; readonly to: string; readonly json: boolean }

/** `queue save`: the stored bytes of one message, exactly, into a file that only this account can read. */
export function registerQueueSave(queue: Command): void {
  queue
    .command('save')
    .description('write the stored bytes of a message to a file (.eml)')
    .argument('<id>', 'the message, as queue list shows it')
    .requiredOption('--to <file>', 'where to; a file that is there is replaced')
    .requiredOption('--data <dir>', 'the folder that serve was given')
    .option('--json', 'one JSON object on standard output', false)
    .action(async (id: string, options: Options) => {
      process.exitCode = await save(id, options)
    })
}

function save(id: string, { data, to, json }: Options): Promise<ExitStatus> {
  return visitQueue(data, json, async ({ queue }) => {
    const message = queue.summary(id)
    const body = queue.body(id)
    if (message === null || body === null) {
      const reason = message === null ? 'no-such-message' : 'bytes-gone'
      if (json) printJson({ ok: false, reason, id })
      say(
        message === null
          ? `There is no message ${id} here.`
          : `The bytes of ${id} are gone: they are kept until a message is sent or deleted, its line in the journal longer.`,
      )
      return exitStatus.no
    }
    const written = await writePrivateFile(to, body)
    if (!written.ok) {
      if (json) printJson({ ok: false, ...written.problem, file: to })
      say(`${to} could not be written: ${written.problem.detail}. The message is in the queue as before.`)
      return exitStatus.cannotRunHere
    }
    if (json) printJson({ ok: true, id, file: to, bytes: message.bytes })
    else printText(`Saved: ${to}, ${message.bytes} bytes.`)
    return exitStatus.done
  })
}
