import ArgumentParser

/// The script that `--generate-completion-script bash` prints.
///
/// Bash takes `--voice=calm` for three words, and the parser's script knows only `--voice calm`; so it is
/// given the words without the equals signs.
enum CompletionScript {
  /// The script for bash, if it is what the command line asks for.
  static func asked(by arguments: [String]) -> String? {
    let asked = arguments.dropFirst().joined(separator: "=")
    guard asked == "--generate-completion-script=bash" else { return nil }
    return Kindly.completionScript(for: .bash) + joined
  }

  private static let joined = #"""

    _kindly_joined() {
        local -a words=()
        local -i i place=COMP_CWORD
        for ((i = 0; i < ${#COMP_WORDS[@]}; i++)); do
            if [[ ${COMP_WORDS[i]} = '=' && ${#words[@]} -gt 0 && ${words[-1]} = --* ]]; then
                if ((i == COMP_CWORD)); then
                    words+=('')
                elif ((i < COMP_CWORD)); then
                    place=$((place - 1))
                fi
            else
                words+=("${COMP_WORDS[i]}")
            fi
        done
        if ((${#words[@]} < ${#COMP_WORDS[@]} || place < COMP_CWORD)) || [[ ${COMP_WORDS[COMP_CWORD]} = '=' ]]; then
            COMP_WORDS=("${words[@]}")
            COMP_CWORD="${place}"
            COMP_LINE="${COMP_WORDS[*]}"
            COMP_POINT=${#COMP_LINE}
        fi
        _kindly "${1}" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    }

    complete -o filenames -F _kindly_joined kindly

    """#
}
