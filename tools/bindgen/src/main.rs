//! `bindgen INPUT.wasm OUT_DIR OUT_NAME [--web]`: the glue for a built module, as no-modules script or as ES module.
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [input, out_dir, out_name, rest @ ..] = args.as_slice() else {
        eprintln!("usage: bindgen INPUT.wasm OUT_DIR OUT_NAME [--web]");
        std::process::exit(2);
    };
    let web = rest.iter().any(|flag| flag == "--web");
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.input_path(input).out_name(out_name).typescript(false).omit_default_module_path(true);
    let result = if web { bindgen.web(true) } else { bindgen.no_modules(true) }.and_then(|b| b.generate(out_dir));
    if let Err(error) = result {
        eprintln!("bindgen: {input}: {error:#}");
        std::process::exit(1);
    }
}
