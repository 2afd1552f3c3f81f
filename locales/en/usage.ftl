### What is wrong with a command line, and the words of its help.

## The words of the help.
cli-help = Print this help, or that of a command
cli-help-command = The command
usage-heading = Usage:{" "}
usage-commands = Commands
usage-arguments = Arguments
usage-options = Options
usage-help = Print this help
usage-version = Print the version
usage-default = {" "}[default: { $values }]
usage-possible = {" "}[possible: { $values }]

## What is wrong with a command line.
usage-more = More about it: --help
usage-no-command = A command is missing.
usage-unknown-command = There is no command “{ $given }”.
usage-unknown-argument = There is no “{ $given }” here.
usage-nearest = {" "}Did you mean “{ $nearest }”?
usage-between-quoted = ”, “
usage-dash = {" "}A value that begins with “-” is written --option=value.
usage-missing = Missing: { $missing }
usage-no-value = “{ $argument }” needs a value.
usage-no-value-here = “{ $argument }” takes no value.
usage-wrong-value = “{ $argument }” cannot be “{ $given }”, but one of: { $valid }.
usage-misfit = “{ $argument }” cannot be “{ $given }”: { $why }
usage-conflict = “{ $argument }” and “{ $other }” do not go together. Keep one of them.
usage-twice = “{ $argument }” stands twice. Leave one of them out.
usage-not-utf8 = Something here is no text (UTF-8).
usage-other = This cannot be meant so.

## Why a value does not fit.
misfit-whole = write a whole number.
misfit-number = write a whole number, { $given }.
misfit-language = write zh or en; on papers also both.
misfit-listen = write an address of this laptop, such as 192.168.1.10, or 0.0.0.0 for all of them, with its port, as in 0.0.0.0:8000, if that is not { $given }.
misfit-seat = “{ $given }” is no seat. Seats are written A/host, A/judge/A1, A/board, A/timer, A/clerk, A/control or supervisor.
misfit-id = an id has 1 to 24 letters a–z, A–Z, digits, “-” and “_”.
misfit-finalists = “{ $given }” is no group with its number of finalists. Write as in “enterprise=30,startup=20”.
misfit-finalists-none = there is no group. Write as in “enterprise=30,startup=20”.
misfit-finalists-twice = group “{ $given }” stands there twice.
misfit-award = “{ $given }” is no award with its number of places. Write as in “First prize=1,Second prize=3”.
misfit-sheet = “{ $given }” names no worksheet. Write as in “projects=Sheet1”, with projects, judges or recusals.
misfit-heading = “{ $given }” names no heading. Write as in “name=Title of the entry”.
