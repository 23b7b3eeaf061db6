import { open } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { openDialogue, type SmtpDialogue } from './smtp-dialogue.ts'
import { messageId, type TortureMessage, tortureMessage } from './torture-message.ts'

export type TortureClients = {
  /** ids of the messages that were answered with 250, in the order of the answers */
  acknowledged(): readonly string[]
  /** replies other than the expected ones, each once: nothing but 250 and lost connections should be seen */
  surprises(): readonly string[]
  /** Ends after the message each client is at. */
  stop(): Promise<void>
}

export type ClientOptions = {
  readonly seed: number
  readonly port: number
  readonly clients: number
  /** the clients take these in turn */
  readonly logins: readonly { readonly name: string; readonly password: string }[]
  /** where each id is written and synced once its message was acknowledged */
  readonly logFile: string
  readonly onAcknowledged: () => void
  /** while false the clients wait: a queue that only grows could not be emptied afterwards */
  readonly mayGoOn: (acknowledged: number) => boolean
}

const awaitRelayMs = 20

/** Programs that send one message after another and believe nothing but a 250; a lost connection is opened again. */
export async function startTortureClients(options: ClientOptions): Promise<TortureClients> {
  const { seed, port, logins } = options
  const acknowledged: string[] = []
  const surprises = new Set<string>()
  const log = await open(options.logFile, 'a')
  const ending = new AbortController()

  const record = async (id: string): Promise<void> => {
    acknowledged.push(id)
    // First of all: whoever waits for this moment wants to kill before anything else happens.
    options.onAcknowledged()
    await log.appendFile(`${id}\n`)
    await log.datasync()
  }
  const send = async (dialogue: SmtpDialogue, id: string): Promise<void> => {
    const message = tortureMessage(seed, id)
    await hand(dialogue, message)
    const reply = await dialogue.message(message.bytes)
    if (reply.code === 250) await record(id)
    else surprises.add(reply.line)
  }
  const session = async (index: number, firstNumber: number): Promise<number> => {
    let number = firstNumber
    const login = logins[index % logins.length]
    if (login === undefined) throw new Error('no sign-in for the clients')
    const dialogue = await openDialogue(port)
    try {
      await dialogue.send('EHLO program.test')
      const signedIn = await dialogue.signIn(login.name, login.password)
      if (signedIn.code !== 235) throw new Error(`sign-in was answered with ${signedIn.line}`)
      while (!ending.signal.aborted) {
        if (!options.mayGoOn(acknowledged.length)) await pause(awaitRelayMs)
        // An id is used once: what became of a message whose answer was lost is another question.
        else await send(dialogue, messageId(`c${index}`, number++))
      }
    } catch (fault) {
      if (!wasCut(fault)) surprises.add(String(fault))
    } finally {
      dialogue.close()
    }
    return number
  }
  const client = async (index: number): Promise<void> => {
    let number = 0
    while (!ending.signal.aborted) {
      number = await session(index, number).catch(() => number)
      await pause(awaitRelayMs)
    }
  }
  const running = Array.from({ length: options.clients }, (_, index) => client(index))
  return {
    acknowledged: () => acknowledged,
    surprises: () => [...surprises],
    async stop() {
      ending.abort()
      await Promise.all(running)
      await log.close()
    },
  }
}

/** Everything up to the message itself. */
async function hand(
  dialogue: SmtpDialogue,
  { sender, recipients, asksForNotice }: TortureMessage,
): Promise<void> {
  const wish = asksForNotice ? ' NOTIFY=FAILURE' : ''
  const commands = [`MAIL FROM:<${sender}>`, ...recipients.map((to) => `RCPT TO:<${to}>${wish}`)]
  for (const command of [...commands, 'DATA']) {
    const reply = await dialogue.send(command)
    if (reply.code >= 400) throw new Error(`${command} was answered with ${reply.line}`)
  }
}

function wasCut(fault: unknown): boolean {
  return fault instanceof Error && fault.message === 'the server ended the connection'
}
