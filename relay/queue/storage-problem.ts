import type { StorageProblem } from './queue-contract.ts'
import { sqliteCode, sqliteResult } from './sql.ts'

/** What a fault of SQLite or of the file system means for a message that should be stored. */
export function storageProblem(fault: unknown): StorageProblem {
  const full = sqliteCode(fault) === sqliteResult.full || hasCode(fault, 'ENOSPC') || hasCode(fault, 'EDQUOT')
  return full ? { reason: 'storage-full' } : { reason: 'storage-failed', message: String(fault) }
}

function hasCode(fault: unknown, code: string): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === code
}
