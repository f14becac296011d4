# Renders a practice for everybody in a table, so many parts at a time as make -j says.
#
#   make -j 4 -f render.mk PRACTICE=evening.practice TABLE=clients.csv FOLDER=files
#
# A part has no date: Kindly itself knows which files are right.

PARTS ?= 8
KINDLY ?= kindly

.PHONY: all
all: $(addprefix part-,$(shell seq $(PARTS)))

part-%: | $(FOLDER)
	$(KINDLY) render $(PRACTICE) --for $(TABLE) --out-dir $(FOLDER) --jobs 1 \
	  --shard $*/$(PARTS) --report $(FOLDER)/report-$*.csv --quiet $(OPTIONS)

$(FOLDER):
	mkdir -p $@
