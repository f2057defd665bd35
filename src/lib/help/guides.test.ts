import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { controlsOf } from './guide.ts'
import { GUIDES } from './guides.ts'

const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> })
  .scripts
const pictures = GUIDES.flatMap(({ steps }) => steps.flatMap(({ picture }) => picture ?? []))

/** Width and height of a lossy WebP, as its first frame says them. */
function sizeOf(file: string): [number, number] {
  const bytes = readFileSync(file)
  const at = bytes.indexOf('VP8 ') + 14
  return [bytes.readUInt16LE(at) & 0x3fff, bytes.readUInt16LE(at + 2) & 0x3fff]
}

describe.each(GUIDES)('the guide $id', ({ steps, wish }) => {
  it('is short, begins on a page, and says what the reader leaves with', () => {
    expect(steps.length).toBeLessThanOrEqual(8)
    expect(steps[0]?.at).toBeDefined()
    expect(wish).toMatch(/^Vous repartez avec /)
  })

  it('names a control or a command in every step, and only commands that exist', () => {
    for (const step of steps) {
      expect(controlsOf(step).length > 0 || step.command !== undefined).toBe(true)
      if (step.command === undefined) continue
      const name = /^npm (?:run )?([a-z:]+)/.exec(step.command)?.[1] ?? ''
      expect(Object.keys(scripts)).toContain(name)
    }
  })
})

it('has small pictures, one a file, in their proportions and told in words', () => {
  expect(readdirSync('static/aide').sort()).toEqual(pictures.map(({ file }) => `${file}.webp`).sort())
  for (const { file, width, height, alt } of pictures) {
    const path = `static/aide/${file}.webp`
    expect(statSync(path).size, file).toBeLessThanOrEqual(40_000)
    const [across, down] = sizeOf(path)
    expect(across, file).toBeGreaterThanOrEqual(width)
    expect(across * height, file).toBe(down * width)
    expect(alt.length, file).toBeGreaterThan(40)
  }
})
