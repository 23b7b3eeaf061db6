import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  resetAdHocDarwinSignature: false,
}

const configuration = z
  .looseObject({
    electronFuses: z.record(z.string(), z.boolean()),
    asar: z.boolean(),
    files: z.array(z.string()),
  })
  .parse(parse(readFileSync('electron-builder.yml', 'utf8')))

const builderSchema = z
  .object({
    definitions: z.object({ FuseOptionsV1: z.object({ properties: z.record(z.string(), z.unknown()) }) }),
  })
  .parse(JSON.parse(readFileSync('node_modules/app-builder-lib/scheme.json', 'utf8')))

describe('the packaged app', () => {
  it.each(Object.entries(fuses))('has the fuse %s set to %s', (name, value) => {
    expect(configuration.electronFuses[name]).toBe(value)
  })

  it('leaves no fuse that electron-builder knows to a default', () => {
    const known = Object.keys(builderSchema.definitions.FuseOptionsV1.properties)
    expect(Object.keys(configuration.electronFuses).toSorted()).toEqual(known.toSorted())
  })

  it('holds its code in one archive, and nothing from node_modules but the native keyring', () => {
    expect(configuration.asar).toBe(true)
    expect(configuration.files.filter((pattern) => pattern.startsWith('node_modules'))).toEqual([
      'node_modules/@napi-rs/**',
    ])
  })

  it('names no Electron of its own, so that the fallback for development can never be packaged', () => {
    expect(configuration).not.toHaveProperty('electronDist')
    expect(configuration).not.toHaveProperty('electronDownload')
  })
})
