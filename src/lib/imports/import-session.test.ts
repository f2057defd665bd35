import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { ImportSession } from './import-session.ts'
import { reply, request, type Reply, type Request } from './messages.ts'
import { NO_CORRECTIONS } from '../csv/corrections.ts'
import { encode } from '../csv/encode-fixture.ts'
import type { OpenedText } from '../csv/open-file.ts'
import { matchColumns } from '../domain/schemas/match-columns.ts'
import { JOURNAL } from '../domain/schemas/journal.ts'

const codes = {
  tables: {
    territories: [{ id: 'orvault', name: 'Orvault' }],
    programmes: [{ id: 'eds', name: 'Espaces' }],
    indicators: [{ id: 'calls', name: 'appels', kind: 'acts' }]
  },
  published: [],
  rules: []
}
const HEADER = 'date;lieu;dispositif;nature;nombre\n'
const file = (text: string): Blob => new Blob([encode(text, 'windows-1252') as Uint8Array<ArrayBuffer>])

/** Every message as it crosses to the other side, parsed there. */
class Talk {
  readonly said: Reply[] = []
  readonly session = new ImportSession((message) => this.said.push(v.parse(reply, message)))
  handle(message: Request): Promise<void> {
    return this.session.handle(v.parse(request, message))
  }
  last<Type extends Reply['type']>(type: Type): Extract<Reply, { type: Type }> {
    const found = this.said.at(-1)
    expect(found?.type).toBe(type)
    return found as Extract<Reply, { type: Type }>
  }
}

async function check(talk: Talk, id: number, blob: Blob): Promise<Promise<void>> {
  await talk.handle({ type: 'open', id, file: blob, choice: {} })
  const opened = talk.last('opened').opened as OpenedText
  const columns = [...matchColumns(JOURNAL, opened.header)]
  const body = { opened, schema: 'journal', columns, corrections: NO_CORRECTIONS, codes } as const
  return talk.handle({ type: 'check', id: id + 1, file: blob, ...body, today: '2023-06-30' })
}

describe('a session', () => {
  it('opens, checks and exports', async () => {
    const talk = new Talk()
    await check(talk, 1, file(`${HEADER}14/03/2022;Orvault;eds;appels;3\n14/03/2022;Orvaut;eds;appels;3\n`))
    expect(talk.last('checked').report).toMatchObject({ rows: 2, accepted: 1, refused: 1 })
    expect(talk.said.map(({ type }) => type)).toEqual(['opened', 'progress', 'checked'])
    await talk.handle({ type: 'export', id: 3, what: 'accepted' })
    expect(await talk.last('exported').file.text()).toBe(
      'id,date,place,programme,act,count,people,duration\n,2022-03-14,orvault,eds,calls,3,,\n'
    )
    await talk.handle({ type: 'export', id: 4, what: 'problems' })
    expect(await talk.last('exported').file.text()).toMatch(/^ligne;colonne.*\r\n3;lieu;Orvaut;refusée;/)
  })

  it('says that a file is refused', async () => {
    const talk = new Talk()
    await talk.handle({ type: 'open', id: 1, file: file('PK\u0003\u0004'), choice: {} })
    expect(talk.last('opened').opened).toEqual({ kind: 'refused', refusal: { code: 'zip' } })
  })

  it('stops when told to', async () => {
    const talk = new Talk()
    const row = '14/03/2022;Orvault;eds;appels;3\n'
    const reading = check(talk, 1, file(HEADER + row.repeat(60_000)))
    await expect.poll(() => talk.said.some(({ type }) => type === 'progress')).toBe(true)
    await talk.handle({ type: 'cancel', id: 3 })
    await reading
    expect(talk.last('cancelled').id).toBe(2)
    await talk.handle({ type: 'export', id: 4, what: 'accepted' })
    expect(talk.last('failed')).toMatchObject({ id: 4 })
  })

  it('a file that goes away is a reply', async () => {
    const talk = new Talk()
    const gone = file(`${HEADER}14/03/2022;Orvault;eds;appels;3\n`)
    let reads = 0
    const slice = gone.slice.bind(gone)
    gone.slice = (...range) => {
      reads += 1
      if (reads > 1) throw new DOMException('gone', 'NotReadableError')
      return slice(...range)
    }
    await check(talk, 1, gone)
    expect(talk.last('failed').reason).toContain('NotReadableError')
  })

  it('refuses messages that are none', () => {
    for (const message of [null, {}, { type: 'open', id: -1 }, { type: 'check', id: 1, file: 'x' }])
      expect(v.safeParse(request, message).success).toBe(false)
  })
})
