using System.Collections.Generic;

namespace BatterySim.Host.Cli.Completion
{
    /// <summary>What a shell has to be told to complete command lines. Each script asks the program itself, so that it never goes stale.</summary>
    internal static class CompletionScripts
    {
        private const string Bash = """
            # BatterySim in bash. In ~/.bashrc: eval "$(batterysim completion bash)"
            _batterysim() {
                local line=${COMP_LINE:0:COMP_POINT} word
                # Bash breaks words at colons, so what stands before one in the word is not to be repeated.
                local typed=${line##*[[:space:]]} before=
                [[ $typed == *:* && $COMP_WORDBREAKS == *:* ]] && before=${typed%"${typed##*:}"}
                COMPREPLY=()
                while IFS= read -r word; do
                    [[ $word == "$typed"* && $word != /* ]] && COMPREPLY+=("${word#"$before"}")
                done < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
            }
            complete -o default -o nosort -F _batterysim batterysim

            """;

        private const string Zsh = """
            #compdef batterysim
            # BatterySim in zsh. In ~/.zshrc, after compinit: source <(batterysim completion zsh)
            _batterysim() {
                local line="${(j: :)words[1,CURRENT]}"
                local -a found
                found=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
                found=(${found:#/*})
                (( $#found )) && compadd -Q -- $found
                _files
            }
            compdef _batterysim batterysim

            """;

        private const string Fish = """
            # BatterySim in fish. In ~/.config/fish/config.fish: batterysim completion fish | source
            function __batterysim_complete
                set -l line (commandline -cp)
                set -l length (string length -- "$line")
                batterysim "[suggest:$length]" "$line" 2>/dev/null | string match -v '/*'
            end
            complete -c batterysim -a '(__batterysim_complete)'

            """;

        private const string Pwsh = """
            # BatterySim in PowerShell. In $PROFILE: batterysim completion pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName batterysim -ScriptBlock {
                param($word, $commandLine, $position)
                $line = $commandLine.ToString().PadRight($position).Substring(0, $position)
                batterysim "[suggest:$position]" $line 2>$null |
                    Where-Object { $_ -like "$word*" -and $_ -notlike '/*' } |
                    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }

            """;

        private static readonly Dictionary<string, string> Scripts = new()
        {
            ["bash"] = Bash,
            ["zsh"] = Zsh,
            ["fish"] = Fish,
            ["pwsh"] = Pwsh,
        };

        /// <summary>The shells.</summary>
        public static IReadOnlyCollection<string> Shells { get; } = [.. Scripts.Keys];

        /// <summary>The script for one of the <see cref="Shells"/>, with line feeds.</summary>
        public static string Of(string shell) => Scripts[shell].ReplaceLineEndings("\n");
    }
}
