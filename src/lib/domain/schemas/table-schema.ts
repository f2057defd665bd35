// How are our rules told to other programs? As a Table Schema: https://specs.frictionlessdata.io/table-schema/

import { TODAY, type FieldRule, type TableRules } from './rules.ts'

/** A field of a Table Schema; `constraints` holds what the standard can say of ours. */
export interface SchemaField {
  name: string
  title: string
  description: string
  type: 'string' | 'number' | 'integer' | 'date'
  format?: string
  /** How numbers are written: of the standard, where "," is our decimal mark. */
  decimalChar?: string
  example?: string
  constraints: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

export interface TableSchema {
  $schema: string
  name: string
  title: string
  description: string
  lang: 'fr'
  fields: SchemaField[]
  primaryKey?: readonly string[]
  missingValues: readonly string[]
}

const given = (bounds: Record<string, string | number | undefined>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(bounds).filter((entry): entry is [string, string | number] => entry[1] !== undefined)
  )

/** What the standard can say of a type; codes, relations and links are ours alone to check. */
function typeOf({ type }: FieldRule): Pick<SchemaField, 'type' | 'format' | 'decimalChar' | 'constraints'> {
  switch (type.is) {
    case 'number':
      return {
        type: 'number',
        decimalChar: ',',
        constraints: given({ minimum: type.min, maximum: type.max })
      }
    case 'integer':
      return { type: 'integer', constraints: given({ minimum: type.min, maximum: type.max }) }
    case 'day':
      return {
        type: 'date',
        format: '%d/%m/%Y',
        constraints: given({ minimum: type.min, maximum: type.max === TODAY ? undefined : type.max })
      }
    case 'word':
      return type.many
        ? { type: 'string', constraints: {} }
        : { type: 'string', constraints: { enum: type.words.map(({ french, code }) => french[0] ?? code) } }
    case 'text':
      return { type: 'string', constraints: given({ maxLength: type.max }) }
    case 'id':
      return { type: 'string', constraints: { pattern: '[a-z0-9]+([_-][a-z0-9]+)*' } }
    case 'code':
    case 'duration':
    case 'rows':
      return { type: 'string', constraints: {} }
  }
}

export function tableSchema(rules: TableRules): TableSchema {
  const fields = rules.fields.map((field): SchemaField => {
    const { constraints, ...type } = typeOf(field)
    return {
      name: field.name,
      title: field.title,
      description: field.description,
      ...type,
      ...(field.example === '' ? {} : { example: field.example }),
      constraints: {
        ...(field.required ? { required: true } : {}),
        ...(rules.unique.includes(field.key) ? { unique: true } : {}),
        ...constraints
      }
    }
  })
  const [key] = rules.fields.filter(({ key, required }) => required && rules.unique.includes(key))
  return {
    $schema: 'https://specs.frictionlessdata.io/schemas/table-schema.json',
    name: rules.id,
    title: rules.title,
    description: rules.description,
    lang: 'fr',
    fields,
    ...(key === undefined ? {} : { primaryKey: [key.name] }),
    missingValues: ['']
  }
}
