"""One input, in partitions, through `hearsay annotate` in each: spark_step.py ARTICLES REPORTS [PARTITIONS]"""

import os
import sys

from pyspark.sql import SparkSession

articles, reports, partitions = sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 8
spark = SparkSession.builder.appName("hearsay").getOrCreate()
step = f"{os.environ.get('HEARSAY', 'hearsay')} annotate --jobs 1"
lines = spark.sparkContext.textFile(articles, partitions)
# A status other than 0 fails the task: leave checkCode out where lines that are no articles may stand in the reports.
lines.pipe(step, checkCode=True).saveAsTextFile(reports)
spark.stop()
