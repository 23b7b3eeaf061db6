import { once } from 'node:events'
import type { PlainOffice } from '../support/plain-office.ts'
import { openDialogue, type SmtpDialogue } from '../support/smtp-dialogue.ts'

const megabyte = 1024 * 1024
const header = 'From: info@firm.example\r\nTo: ann@customer.example\r\nSubject: Flood\r\n'

/** Bytes that go out as fast as the relay takes them, and no faster: nothing piles up on this side. */
async function pour(dialogue: SmtpDialogue, bytes: number, block: Buffer): Promise<void> {
  for (let sent = 0; sent < bytes && !dialogue.socket().destroyed; sent += block.length) {
    if (!dialogue.socket().write(block)) {
      await Promise.race([once(dialogue.socket(), 'drain'), dialogue.ended])
    }
  }
}

const lines = Buffer.from(`${'x'.repeat(1022)}\r\n`.repeat(64))
const noLines = Buffer.from('y'.repeat(64 * 1024))

async function begin(office: PlainOffice): Promise<SmtpDialogue> {
  const dialogue = await office.open()
  await dialogue.envelope('info@firm.example', ['ann@customer.example'])
  return dialogue
}

/** The answer's first digits, or "ended" when the relay ended the connection instead. */
async function answerOf(dialogue: SmtpDialogue, end: string): Promise<string> {
  try {
    await dialogue.write(end)
    return String((await dialogue.next()).code)
  } catch {
    return 'ended'
  } finally {
    dialogue.close()
  }
}

/** Connections at the same moment; gives how many were greeted and how many turned away. */
export async function manyConnections(office: PlainOffice, count: number): Promise<string> {
  const port = office.relay().port
  const opened = await Promise.allSettled(Array.from({ length: count }, () => openDialogue(port)))
  const dialogues = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const greeted = dialogues.filter(({ greeting }) => greeting.code === 220).length
  for (const dialogue of dialogues) dialogue.close()
  return `${greeted} greeted, ${count - greeted} turned away`
}

/** RCPT after RCPT in one session, pipelined. */
export async function manyRecipients(office: PlainOffice, count: number): Promise<string> {
  const dialogue = await office.open()
  await dialogue.send('MAIL FROM:<info@firm.example>')
  let accepted = 0
  const together = 500
  for (let sent = 0; sent < count && !dialogue.socket().destroyed; sent += together) {
    const commands = Array.from(
      { length: together },
      (_, index) => `RCPT TO:<r${sent + index}@customer.example>\r\n`,
    )
    await dialogue.write(commands.join(''))
    for (let answered = 0; answered < together; answered++) {
      if ((await dialogue.next()).code === 250) accepted += 1
    }
  }
  dialogue.close()
  return `${accepted} accepted`
}

/** One message without an end; gives the answer to it. */
export async function longBody(office: PlainOffice, megabytes: number): Promise<string> {
  const dialogue = await begin(office)
  await dialogue.write(`${header}\r\n`)
  await pour(dialogue, megabytes * megabyte, lines)
  return answerOf(dialogue, '\r\n.\r\n')
}

/** Announced with SIZE: refused before a byte of it is sent. */
export async function announced(office: PlainOffice, bytes: number): Promise<string> {
  const dialogue = await office.open()
  const { code } = await dialogue.send(`MAIL FROM:<info@firm.example> SIZE=${bytes}`)
  dialogue.close()
  return String(code)
}

/** Whole messages at the same time. */
export async function largeMessages(office: PlainOffice, count: number, megabytes: number): Promise<string> {
  const answers = await Promise.all(Array.from({ length: count }, () => longBody(office, megabytes)))
  const kinds = [...new Set(answers)].sort()
  return kinds.map((kind) => `${kind}: ${answers.filter((answer) => answer === kind).length}`).join(', ')
}

/** A header that doesn't end. */
export async function longHeader(office: PlainOffice, megabytes: number): Promise<string> {
  const dialogue = await begin(office)
  await dialogue.write(header)
  await pour(dialogue, megabytes * megabyte, Buffer.from(`X-Flood: ${'z'.repeat(900)}\r\n`.repeat(64)))
  return answerOf(dialogue, '\r\n.\r\n')
}

/** A body of one line. */
export async function longLine(office: PlainOffice, megabytes: number): Promise<string> {
  const dialogue = await begin(office)
  await dialogue.write(`${header}\r\n`)
  await pour(dialogue, megabytes * megabyte, noLines)
  return answerOf(dialogue, '\r\n.\r\n')
}

/** Wrong passwords, as many as a connection allows on each of many. */
export async function signInAttempts(office: PlainOffice, count: number): Promise<string> {
  let refused = 0
  let connections = 0
  const worker = async (): Promise<void> => {
    while (refused < count) {
      connections += 1
      const dialogue = await office.open().catch(() => null)
      if (dialogue === null) continue
      try {
        for (;;) {
          await dialogue.signIn(`guess${refused % 1000}`, 'wrong')
          refused += 1
        }
      } catch {
        // The relay ended it: the next one.
      } finally {
        dialogue.close()
      }
    }
  }
  await Promise.all(Array.from({ length: 20 }, worker))
  return `${refused} refused on ${connections} connections`
}

/** Messages that come in a byte at a time, for so long. */
export async function slowSenders(office: PlainOffice, count: number, seconds: number): Promise<string> {
  const dialogues = await Promise.all(Array.from({ length: count }, () => begin(office)))
  const endMs = performance.now() + seconds * 1000
  const pauseMs = 50
  for (const dialogue of dialogues) await dialogue.write(header)
  while (performance.now() < endMs) {
    for (const dialogue of dialogues) await dialogue.write('s')
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  for (const dialogue of dialogues) dialogue.close()
  return `${count} at a byte each ${pauseMs} ms`
}
