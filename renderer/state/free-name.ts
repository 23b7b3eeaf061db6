/** The wished name, or with the next number behind it when it is taken: office, office 2, office 3. */
export function freeName(wished: string, taken: readonly string[]): string {
  if (!taken.includes(wished)) return wished
  let number = 2
  while (taken.includes(`${wished} ${number}`)) number += 1
  return `${wished} ${number}`
}
