// Which real questions can be asked of the tables in SQL? Each is run by a test on both engines.

export interface SqlExample {
  title: string
  sql: string
}

export const SQL_EXAMPLES: readonly SqlExample[] = [
  {
    title: 'Que publie-t-on sur ma commune ?',
    sql: `-- Tous les chiffres d'un territoire, avec leur phrase.
SELECT i.name AS "ce qui est compté", o.value AS valeur, o.unit AS "unité", o.mark AS marque, o.quote AS citation
FROM observations o
JOIN indicators i ON i.id = o.indicator
JOIN territories t ON t.id = o.territory
WHERE t.name = 'Nantes'
ORDER BY i.name, o.value DESC`
  },
  {
    title: 'Quels actes sont comptés, et où ?',
    sql: `-- Chaque groupe compte autre chose : ses valeurs ne s'additionnent pas avec celles d'un autre.
SELECT g.name AS groupe, t.name AS territoire, p.short_name AS dispositif, o.value AS valeur, o.mark AS marque
FROM observations o
JOIN indicators i ON i.id = o.indicator
JOIN groups g ON g.id = i."group"
JOIN territories t ON t.id = o.territory
LEFT JOIN programmes p ON p.id = o.programme
WHERE i.kind = 'acts'
ORDER BY g.name, o.value DESC, t.name`
  },
  {
    title: 'Quels contrats courent encore ?',
    sql: `-- Une date peut être une année, un mois ou un jour : on compare les textes.
SELECT e.title AS contrat, t.name AS territoire, e.start AS "début", e."end" AS fin
FROM engagements e
JOIN territories t ON t.id = e.territory
WHERE e."end" >= '2022'
ORDER BY e."end", e.title, t.name`
  },
  {
    title: 'Qui commande ou paie, et quoi ?',
    sql: `SELECT pa.name AS partenaire, pa.role AS "rôle", t.name AS territoire, p.short_name AS dispositif
FROM partners pa
LEFT JOIN territories t ON t.id = pa.territory
LEFT JOIN programmes p ON p.id = pa.programme
WHERE pa.role IN ('orders', 'pays', 'both')
ORDER BY pa.name, p.short_name, pa.role, t.name`
  },
  {
    title: 'Où le rapport laisse-t-il un doute ?',
    sql: `SELECT i.name AS "ce qui est compté", o.value AS valeur, o.note AS pourquoi
FROM observations o
JOIN indicators i ON i.id = o.indicator
WHERE o.mark LIKE '%to_verify%'
ORDER BY i.name, o.value, o.note`
  },
  {
    title: 'Combien de sites par territoire ?',
    sql: `-- « count » dit combien de lieux sont comptés sans être nommés.
SELECT t.name AS territoire, count(*) FILTER (WHERE s.kind <> 'counted') AS "nommés",
  coalesce(sum(s.count) FILTER (WHERE s.kind = 'counted'), 0) AS "comptés sans nom"
FROM sites s
JOIN territories t ON t.id = s.territory
GROUP BY t.name
ORDER BY "nommés" DESC, t.name`
  }
]
