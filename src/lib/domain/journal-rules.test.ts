import { expect, it } from 'vitest'
import { AppError } from './errors.ts'
import { periodOf } from './journal-period.ts'
import { journalReference } from './journal-reference.ts'
import { readJournalRules, thresholdGroups, thresholdOf, type JournalRule } from './journal-rules.ts'
import { isJournalSource, journalSource, statementOf } from './journal-source.ts'

const rule = (programme: string, more: Partial<JournalRule> = {}): JournalRule => ({
  programme,
  people_indicator: '',
  threshold: 5,
  public: 'tout public',
  why: 'règle',
  season_start: '',
  season_end: '',
  ...more
})

it.each([
  ['0.threshold', { threshold: 1 }],
  ['0.threshold', { threshold: 5.5 }],
  ['0.season_start', { season_start: '6-01' }],
  ['0.season_start', { season_start: '2021-06-01' }],
  ['0.season_end', { season_end: '08-311' }],
  ['0.season_end', { season_end: 'x08-31' }]
])('a rule whose %s is wrong is named: %j', (field, change) => {
  const read = () => readJournalRules([rule('jour', change)])
  expect(read).toThrow(AppError)
  expect(read).toThrow(
    expect.objectContaining({ code: 'data_unreadable', evidence: { file: 'journal-programmes', field } })
  )
})

it('reads rules of seasons and of whole years, down to a threshold of two', () => {
  const rules = [rule('jour', { threshold: 2 }), rule('été', { season_start: '06-01', season_end: '08-31' })]
  expect(readJournalRules(rules)).toEqual(rules)
})

it('keeps to five where a dispositif says nothing', () => {
  const rules = [rule('jour', { threshold: 3 }), rule('ecole', { threshold: 11 })]
  expect(['jour', 'ecole', 'autre'].map((programme) => thresholdOf(rules, programme))).toEqual([3, 11, 5])
})

it('says whom a threshold protects once for all their dispositifs, the lowest first', () => {
  const rules = [
    rule('soins', { threshold: 11, public: 'patients' }),
    rule('ecole', { threshold: 11, public: 'mineurs' }),
    rule('piscines', { threshold: 11, public: 'mineurs' }),
    rule('prison', { threshold: 7, public: 'détenus' })
  ]
  const programmes = [
    { id: 'ecole', name: 'École' },
    { id: 'soins', name: 'Soins' }
  ]
  expect(thresholdGroups(rules, programmes)).toEqual([
    { threshold: 5, who: 'règle générale' },
    { threshold: 7, who: 'détenus (prison)' },
    { threshold: 11, who: 'patients (Soins) ; mineurs (École, piscines)' }
  ])
})

const summer = rule('été', { season_start: '06-01', season_end: '08-31' })
const span = (programme: string, first: string, last: string) => ({ programme, first, last })
it.each([
  ['a season', 'été', [span('été', '2022-06-01', '2022-08-31')], '2022-06-01', '2022-08-31', true],
  [
    'no season when rows lie before it',
    'été',
    [span('été', '2022-05-31', '2022-08-31')],
    '2022-05-01',
    '2022-08-31',
    true
  ],
  [
    'no season when rows lie after it',
    'été',
    [span('été', '2022-06-01', '2022-09-01')],
    '2022-06-01',
    '2022-09-30',
    true
  ],
  [
    'the months of all dispositifs',
    'jour',
    [span('jour', '2022-03-05', '2022-04-02'), span('été', '2022-01-31', '2022-12-01')],
    '2022-01-01',
    '2022-12-31',
    false
  ],
  [
    'the end of a short month',
    'jour',
    [span('jour', '2022-01-01', '2022-02-03')],
    '2022-01-01',
    '2022-02-28',
    true
  ],
  ['a year begun late', 'jour', [span('jour', '2022-02-01', '2022-12-03')], '2022-02-01', '2022-12-31', true],
  ['the year when nothing is there', 'jour', [], '2022-01-01', '2022-12-31', false],
  ['the year when the season has no row', 'été', [], '2022-01-01', '2022-12-31', false]
])('the journal covers %s', (_name, programme, spans, start, end, partial) => {
  expect(periodOf(programme, { year: 2022, spans }, [summer])).toEqual({ start, end, partial })
})

it('needs both ends of a season', () => {
  const spans = [span('été', '2022-06-10', '2022-08-01')]
  for (const half of [{ season_start: '06-01' }, { season_end: '08-31' }])
    expect(periodOf('été', { year: 2022, spans }, [rule('été', half)]).start).toBe('2022-06-01')
  expect(periodOf('été', { year: 2022, spans }, [rule('été', { season_end: '08-31' })]).end).toBe(
    '2022-08-31'
  )
  const late = [span('été', '2022-07-10', '2022-07-20')]
  expect(periodOf('été', { year: 2022, spans: late }, [rule('été', { season_start: '06-01' })])).toEqual({
    start: '2022-07-01',
    end: '2022-07-31',
    partial: true
  })
})

it.each([
  ['journal-2022', true],
  ['journal-fictif-2022', true],
  ['journal-22', false],
  ['le-journal-2022', false],
  ['journal-2022-bis', false],
  ['rapport-2021', false]
])('is %s a journal? %s', (id, expected) => {
  expect(isJournalSource(id)).toBe(expected)
})

it('names a journal as a source, and says when it is made up', () => {
  expect(journalSource(2022, 'journal-2022')).toMatchObject({
    id: 'journal-2022',
    title: 'Journal des interventions 2022',
    publisher: 'Optima',
    year: 2022,
    file: 'journal-2022.txt',
    url: '',
    note: expect.stringMatching(/petits nombres/) as string
  })
  expect(journalSource(2022, 'journal-fictif-2022').title).toBe('Journal fictif 2022')
  expect(statementOf({ title: 'Journal 2022' }, ['a', 'b'])).toBe('Journal 2022 : relevé\na\nb\n')
})

it('takes what it needs of the tables of reference; an absent text is empty', () => {
  const rules = [rule('jour')]
  const tables = {
    territories: [
      { id: 'rennes', name: 'Rennes', parent: 'ouest', insee: '35238' },
      { id: 'optima', name: 'Optima' }
    ],
    sites: [{ id: 'blosne', name: 'Le Blosne', territory: 'rennes' }],
    indicators: [{ id: 'calls', name: 'appels', unit: 'acts', kind: 'acts' }]
  }
  expect(journalReference(tables, rules)).toEqual({
    territories: [
      { id: 'rennes', name: 'Rennes', parent: 'ouest' },
      { id: 'optima', name: 'Optima', parent: '' }
    ],
    sites: [{ id: 'blosne', name: 'Le Blosne', territory: 'rennes' }],
    programmes: [],
    indicators: [{ id: 'calls', name: 'appels', unit: 'acts' }],
    rules
  })
})
