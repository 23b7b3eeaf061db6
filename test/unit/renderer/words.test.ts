import { describe, expect, it } from 'vitest'
import { en } from '../../../renderer/words/en.ts'
import { it as italian } from '../../../renderer/words/it.ts'
import { leavesOf } from './leaves.ts'

const english = new Map(leavesOf(en))
const translated = new Map(leavesOf(italian))
const placeholdersOf = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted()

// The same word in both languages, or nothing to translate.
const sameInBoth = new Set([
  'common.encryptions.starttls',
  'common.fields.server',
  'common.fields.password',
  'shell.appName',
  'home.situations.relay-problem',
  'home.situations.new-alert',
  'settings.languages.en',
  'settings.languages.it',
  'settings.relay',
  'verification.domain.spf',
  'trySender.dropped',
  'trySender.facts.header',
  'reasons.identity.header-from',
  'reasons.identity.sender',
  'reasons.identity.resent-from',
  'reasons.identity.resent-sender',
])

describe('the words of the app', () => {
  it('have the same keys in both languages', () => {
    expect([...translated.keys()].toSorted()).toEqual([...english.keys()].toSorted())
  })

  it('are never empty', () => {
    const empty = [...english, ...translated].filter(([, sentence]) => sentence.trim() === '')
    expect(empty).toEqual([])
  })

  it('are translated, all but names and standard terms', () => {
    const left = [...english]
      .filter(([key, sentence]) => translated.get(key) === sentence)
      .map(([key]) => key)
    expect(left.filter((key) => !sameInBoth.has(key))).toEqual([])
  })

  it('take the same values in both languages', () => {
    for (const [key, sentence] of english) {
      expect(placeholdersOf(translated.get(key) ?? ''), key).toEqual(placeholdersOf(sentence))
    }
  })

  it('keep to the words people know', () => {
    const jargon = /\b(MTA|relayhost|daemon|exception|invalid|demone|eccezione)\b/i
    for (const [key, sentence] of [...english, ...translated]) expect(sentence, key).not.toMatch(jargon)
  })

  it('say of every refusal, relay problem and alert what to do, not only what is wrong', () => {
    for (const words of [en, italian]) {
      const { refusal, relayProblem } = words.reasons
      for (const sentence of Object.values({ ...refusal, ...relayProblem })) {
        expect(sentence.body.length, sentence.title).toBeGreaterThan(20)
      }
      for (const { title, cure } of Object.values(words.alertCauses)) {
        expect(cure.length, title).toBeGreaterThan(15)
      }
    }
  })
})
