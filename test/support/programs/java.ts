import { type Driver, runSnippet } from './drivers.ts'

// Where Debian's packages libjakarta-mail-java and libjakarta-activation-java put them.
const libraries = ['jakarta-mail', 'jakarta-activation'].map((name) => `/usr/share/java/${name}.jar`)

/** The guide's code as it stands, compiled and run by Java (JEP 330: one file, no build). */
export const java: Driver = {
  guide: 'java',
  send: (setUp, folder, subject) =>
    runSnippet(
      'java',
      setUp,
      { folder, file: 'SendTest.java', command: 'java', args: ['-cp', libraries.join(':')] },
      subject,
    ),
}
