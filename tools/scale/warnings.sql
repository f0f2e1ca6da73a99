SELECT warning.kind, count(*) AS warnings
FROM (SELECT unnest(warnings) AS warning FROM read_json('reports.ndjson', format = 'newline_delimited', maximum_object_size = 100000000))
GROUP BY ALL ORDER BY warnings DESC
